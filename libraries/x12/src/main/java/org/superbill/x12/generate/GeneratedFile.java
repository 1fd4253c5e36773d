package org.superbill.x12.generate;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an invented file. */
public interface GeneratedFile {
    /**
     * One interchange with one group of at least so many claims and bytes, in transaction sets no larger than the guide advises.
     *
     * @param bytes 0 to have exactly so many claims
     * @return the number of claims
     */
    long write(OutputStream out, long claims, long bytes) throws IOException;
}
