package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a case stays where it is.
 *
 * @param by the subject of who holds it
 */
@Embeddable
@Schema(name = "CodingCaseHold")
public record CaseHold(
        @Column(name = "hold_reason") String reason,
        @Column(name = "held_by") String by,
        @Column(name = "held_at") Instant since) {}
