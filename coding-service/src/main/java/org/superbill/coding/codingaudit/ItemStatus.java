package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an audited case is, and the only place that says where it may go from there. */
@Schema(name = "CodingAuditItemStatus")
public enum ItemStatus {
    /** Drawn; nobody has judged it. */
    OPEN,
    /** Judged, with errors: the coder's turn. */
    AUDITED,
    /** The coder does not agree: another's turn. */
    REBUTTED,
    /** Nothing is wrong, or what was called wrong is right. */
    AGREED,
    /** The errors stand. */
    UPHELD,
    /** The audit ended before anybody had judged it. */
    CANCELLED;

    /** There are errors, of which it is not known yet whether they stand. */
    static final Set<ItemStatus> UNDECIDED = Set.of(AUDITED, REBUTTED);

    Set<ItemStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(AUDITED, AGREED, CANCELLED);
            case AUDITED -> EnumSet.of(AUDITED, REBUTTED, AGREED, UPHELD);
            case REBUTTED -> EnumSet.of(AGREED, UPHELD);
            case AGREED -> EnumSet.of(AUDITED, AGREED); // until somebody has decided so: the auditor's to correct
            case UPHELD, CANCELLED -> EnumSet.noneOf(ItemStatus.class);
        };
    }

    /** As on the wire: {@code upheld}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
