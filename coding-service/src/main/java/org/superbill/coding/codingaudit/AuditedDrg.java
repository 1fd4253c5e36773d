package org.superbill.coding.codingaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The diagnosis-related group that the organization's grouper gives a stay, by the codes that were coded and by the right ones. We do not group.
 *
 * @param coded 001 to 999, e.g. {@code 291}
 * @param correct 001 to 997: what is right has a principal diagnosis and a group
 */
@Embeddable
@Schema(name = "CodingAuditDrg")
record AuditedDrg(
        @NotNull @Pattern(regexp = NUMBER) @Column(name = "drg_coded")
        String coded,

        @NotNull @Pattern(regexp = NUMBER) @Column(name = "drg_correct")
        String correct) {
    private static final String NUMBER = "(?!000)[0-9]{3}";

    /** Where the coder was right in the end, so was the group. */
    AuditedDrg inTheEnd(ItemStatus status) {
        return status == ItemStatus.AGREED ? new AuditedDrg(coded, coded) : this;
    }

    boolean isRight() {
        return coded.equals(correct);
    }
}
