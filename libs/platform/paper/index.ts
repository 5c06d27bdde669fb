export { drawPdf } from './pdf.ts';
export { drawWorkbook } from './workbook.ts';
