/** Keeps the file for this sandbox alone, until the answer is called. */
export declare function takeLock(path: string): () => void;
