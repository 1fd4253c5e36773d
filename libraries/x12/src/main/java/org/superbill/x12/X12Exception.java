package org.superbill.x12;

/** X12 that cannot be read or written. The message names the place and never carries a value of the file. */
public class X12Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public X12Exception(String message) {
        super(message);
    }

    public X12Exception(String message, Throwable cause) {
        super(message, cause);
    }

    static X12Exception badValue(Segment segment, int element, String what) {
        return new X12Exception("%s%02d %s".formatted(segment.id(), element, what));
    }
}
