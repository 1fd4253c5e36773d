package org.superbill.coding.coder;

import java.util.Optional;
import org.superbill.coding.codingpolicy.CodingPolicy;

/** What a coder's practice cases say of the coder; the feature that keeps them implements it. */
public interface PracticeRecord {
    /** Why the coder is not ready for real cases yet; empty when ready. */
    Optional<String> objection(String subject, CodingPolicy.Thresholds thresholds);
}
