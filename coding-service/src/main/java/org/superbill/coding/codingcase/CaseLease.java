package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.servicekit.problem.Problem;

/**
 * Who has a case open. It ends by itself.
 *
 * @param by the subject of the one editor
 * @param until when it ends, unless the editor goes on
 */
@Embeddable
@Schema(name = "CodingCaseLease")
public record CaseLease(
        @Column(name = "lease_by") String by,
        @Column(name = "lease_until") Instant until) {

    /** @throws Problem {@code CODING_CASE_OPEN_ELSEWHERE} when another has the case open */
    void requireFree(String editor, Instant at) {
        if (!by.equals(editor) && at.isBefore(until)) {
            throw new Problem(
                    CodingProblem.CODING_CASE_OPEN_ELSEWHERE,
                    "Another coder has the case open until %s".formatted(until));
        }
    }

    boolean isOf(String editor, Instant at) {
        return by.equals(editor) && at.isBefore(until);
    }
}
