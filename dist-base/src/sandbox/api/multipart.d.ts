export interface Part {
    name: string;
    filename?: string;
    data: Buffer;
}
export declare function boundaryOf(contentType: string): string | undefined;
/** The parts of a `multipart/form-data` body, sharing its memory; undefined when it is not one. */
export declare function readMultipart(body: Buffer, boundary: string): Part[] | undefined;
