export { type DrawingOptions, type DrawnPicture, drawPicture, pictureToPng } from './draw.ts';
export { drawPictures } from './drawing-threads.ts';
export { pictureOfFile } from './picture-of-file.ts';
