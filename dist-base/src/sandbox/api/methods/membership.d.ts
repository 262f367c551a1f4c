export declare const members: import("./method.ts").Method;
export declare const join: import("./method.ts").Method;
export declare const leave: import("./method.ts").Method;
