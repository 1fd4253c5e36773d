package org.superbill.billing.deadline;

import java.util.UUID;

/** How many days a payer's contract gives to appeal at a level. @param level the name of one that the feature of denials knows */
public record AppealLimit(UUID payerId, String level, int days, long revision) {}
