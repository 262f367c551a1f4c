export declare const history: import("./method.ts").Method;
export declare const replies: import("./method.ts").Method;
