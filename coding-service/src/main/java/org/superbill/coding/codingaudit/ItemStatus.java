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
    UPHELD;

    Set<ItemStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(AUDITED, AGREED);
            case AUDITED -> EnumSet.of(REBUTTED, UPHELD);
            case REBUTTED -> EnumSet.of(AGREED, UPHELD);
            case AGREED, UPHELD -> EnumSet.noneOf(ItemStatus.class);
        };
    }

    /** As on the wire: {@code upheld}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
