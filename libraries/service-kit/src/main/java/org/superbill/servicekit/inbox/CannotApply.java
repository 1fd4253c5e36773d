package org.superbill.servicekit.inbox;

/** An event that this service cannot apply, now or in another attempt; the message is fit for the listing. */
final class CannotApply extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StuckReason.Code code;

    CannotApply(StuckReason.Code code, String why) {
        super(why);
        this.code = code;
    }

    StuckReason.Code code() {
        return code;
    }
}
