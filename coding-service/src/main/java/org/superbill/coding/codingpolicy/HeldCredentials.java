package org.superbill.coding.codingpolicy;

import java.util.Set;

/** What the organization's coders are certified in; the feature that has them implements it. */
public interface HeldCredentials {
    /** Kinds, as the certifying bodies abbreviate them. */
    Set<String> kinds();
}
