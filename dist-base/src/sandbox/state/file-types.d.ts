interface FileType {
    mimetype: string;
    filetype: string;
    pretty: string;
}
export declare function fileType(name: string): FileType;
export declare const isText: ({ mimetype }: FileType) => boolean;
export {};
