export { type DrawingOptions, type DrawnPicture, drawPicture, drawPictures, pictureToPng } from './draw.ts';
export { pictureOfFile } from './picture-of-file.ts';
