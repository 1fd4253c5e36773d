package org.superbill.billing.timeline;

import java.util.List;
import java.util.UUID;

/** A feature that knows something of what happened to claims; the timeline asks every bean of this type. */
public interface TimelineSource {
    /** In any order. */
    List<TimelineEntry> of(UUID claimId);
}
