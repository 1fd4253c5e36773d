package org.superbill.x12.acknowledgment;

import org.superbill.x12.Code;

/** Whether something was taken (TA104, IK501, AK901). Other codes than the known ones are kept. */
public record AcknowledgmentCode(String code) implements Code {
    public static final AcknowledgmentCode ACCEPTED = new AcknowledgmentCode("A");
    public static final AcknowledgmentCode ACCEPTED_WITH_ERRORS = new AcknowledgmentCode("E");
    /** Of a group: some of its transaction sets were rejected. */
    public static final AcknowledgmentCode PARTIALLY_ACCEPTED = new AcknowledgmentCode("P");

    public static final AcknowledgmentCode REJECTED = new AcknowledgmentCode("R");

    /** M, W and X are rejections, too. */
    public boolean isRejected() {
        return !equals(ACCEPTED) && !equals(ACCEPTED_WITH_ERRORS) && !equals(PARTIALLY_ACCEPTED);
    }

    @Override
    public String toString() {
        return code;
    }
}
