export { type DrawnPicture, drawPicture, pictureToPng } from './draw.ts';
