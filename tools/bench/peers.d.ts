declare module 'moment-business-time' {
  interface WorkingMoment {
    addWorkingTime(amount: number, unit: string): WorkingMoment;
    valueOf(): number;
  }
  interface WorkingMomentFactory {
    (at: number): WorkingMoment;
    updateLocale(name: string, settings: object): void;
  }
  const moment: WorkingMomentFactory;
  export default moment;
}
