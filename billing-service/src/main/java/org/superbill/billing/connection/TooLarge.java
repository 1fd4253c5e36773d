package org.superbill.billing.connection;

/** A file of a mailbox has more bytes than are taken. */
public final class TooLarge extends Unreachable {
    private static final long serialVersionUID = 1L;

    private final transient byte[] beginning;

    TooLarge(byte[] beginning) {
        super("A file of the mailbox is too large");
        this.beginning = beginning;
    }

    /** The first bytes of the file, which say from whom it is. */
    public byte[] beginning() {
        return beginning.clone();
    }
}
