import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import moment from 'moment-business-time';

/** A library that we compare with, set to the week Monday to Friday 9:00–18:00 in the process's zone (UTC). */
export interface Peer {
  readonly name: string;
  addMinutes(at: number, minutes: number): number;
  addDays(at: number, days: number): number;
}

export function dayjsPeer(holidays: readonly string[]): Peer {
  dayjs.extend(businessTime);
  const hours = [{ start: '09:00:00', end: '18:00:00' }];
  const set = () => {
    dayjs.setHolidays([...holidays]);
    dayjs.setBusinessTime({
      monday: hours,
      tuesday: hours,
      wednesday: hours,
      thursday: hours,
      friday: hours,
      saturday: null,
      sunday: null,
    });
  };
  set();
  return {
    name: 'dayjs-business-time',
    addMinutes: (at, minutes) => dayjs(at).addBusinessMinutes(minutes).valueOf(),
    addDays: (at, days) => dayjs(at).addBusinessDays(days).valueOf(),
  };
}

export function momentPeer(holidays: readonly string[]): Peer {
  const hours = ['09:00:00', '18:00:00'];
  moment.updateLocale('en', {
    workinghours: { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null },
    holidays: [...holidays],
  });
  return {
    name: 'moment-business-time',
    addMinutes: (at, minutes) => moment(at).addWorkingTime(minutes, 'minutes').valueOf(),
    addDays: (at, days) => moment(at).addWorkingTime(days, 'days').valueOf(),
  };
}
