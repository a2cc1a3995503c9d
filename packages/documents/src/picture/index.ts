export { type DrawingOptions, type DrawnPicture, drawPicture, drawPictures, pictureToPng } from './draw.ts';
