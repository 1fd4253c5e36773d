package org.superbill.billing.remittance;

import java.util.UUID;

/** What became of one ST of an 835. */
public sealed interface PostingOutcome {
    UUID remittanceId();

    /** In plain words. */
    String explanation();

    /** It is in the ledger, whole. */
    record Posted(UUID remittanceId, String explanation) implements PostingOutcome {}

    /** The same money is in the ledger already. */
    record AlreadyPosted(UUID remittanceId, String explanation) implements PostingOutcome {}

    /** Its sums disagree; nothing was posted. */
    record Quarantined(UUID remittanceId, String explanation) implements PostingOutcome {}

    /** Its trace came before with other money, or it does not fit its claims; nothing was posted until a person has looked. */
    record WaitsForPerson(UUID remittanceId, String explanation) implements PostingOutcome {}
}
