package org.superbill.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every event of the house: its name (also its Kafka topic), its version, who tells it and how it is ordered. */
public enum EventContract {
    PRACTICE_CHANGED(
            PracticeChanged.class,
            Ordering.STATE,
            "patient-service",
            "The organization as billing provider, a practitioner or a location is new or has changed."),
    PAYER_CHANGED(
            PayerChanged.class,
            Ordering.STATE,
            "patient-service",
            "A payer, with its electronic profile, is new or has changed."),
    PATIENT_CHANGED(
            PatientChanged.class,
            Ordering.STATE,
            "patient-service",
            "A patient is new or their demographics have changed."),
    COVERAGE_CHANGED(
            CoverageChanged.class, Ordering.STATE, "patient-service", "A patient's insurance is new or has changed."),
    ENCOUNTER_COMPLETED(
            EncounterCompleted.class,
            Ordering.SEQUENCED,
            "patient-service",
            "An encounter is over and its services are known; late charges come as the next version."),
    ENCOUNTER_VOIDED(
            EncounterVoided.class,
            Ordering.SEQUENCED,
            "patient-service",
            "An encounter was entered in error and must be neither coded nor billed."),
    ENCOUNTER_CODED(
            EncounterCoded.class,
            Ordering.SEQUENCED,
            "coding-service",
            "The codes of an encounter are final and it may be billed; amendments come as the next version."),
    CODING_QUERY_OPENED(
            CodingQueryOpened.class,
            Ordering.SEQUENCED,
            "coding-service",
            "A coder asks a clinician what the record does not say, or reminds of it."),
    CODING_QUERY_ANSWERED(
            CodingQueryAnswered.class,
            Ordering.SEQUENCED,
            "coding-service",
            "A coder's question to a clinician is answered or withdrawn."),
    CODING_AUDITED(
            CodingAudited.class,
            Ordering.SEQUENCED,
            "coding-service",
            "An auditor has said which codes of an encounter would have been right; what a payer allows for both is asked."),
    CODE_RELEASE_ACTIVATED(
            CodeReleaseActivated.class,
            Ordering.SEQUENCED,
            "coding-service",
            "A release of a code system is in force from its effective date."),
    CODE_RELEASE_ROLLED_BACK(
            CodeReleaseRolledBack.class,
            Ordering.SEQUENCED,
            "coding-service",
            "A release of a code system that was in force has been taken back."),
    CODING_EFFECT_PRICED(
            CodingEffectPriced.class,
            Ordering.SEQUENCED,
            "billing-service",
            "What the payer is expected to allow for an audited coding, as coded and as right."),
    CLAIM_SUBMITTED(
            ClaimSubmitted.class,
            Ordering.SEQUENCED,
            "billing-service",
            "A version of a claim has been sent to its payer, not only queued."),
    CLAIM_STATUS_CHANGED(
            ClaimStatusChanged.class,
            Ordering.SEQUENCED,
            "billing-service",
            "Transport, adjudication or money of a claim has changed."),
    CLAIM_DENIED(
            ClaimDenied.class,
            Ordering.SEQUENCED,
            "billing-service",
            "A payer has denied a claim or one of its lines, with the reasons it gave."),
    REMITTANCE_POSTED(
            RemittancePosted.class,
            Ordering.SEQUENCED,
            "billing-service",
            "One payment of a payer (one ST of an 835) is in the ledger, whole."),
    PATIENT_BALANCE_CHANGED(
            PatientBalanceChanged.class, Ordering.SEQUENCED, "billing-service", "What a patient owes has changed."),
    AUDIT_RECORDED(
            AuditRecorded.class,
            Ordering.UNORDERED,
            "every service",
            "Somebody has read or written patient data or changed what decides about money, or tried to.");

    private static final String TYPE_PREFIX = "org.superbill.";

    private final Class<? extends Event> payload;
    private final Ordering ordering;
    private final String publisher;
    private final String summary;

    EventContract(Class<? extends Event> payload, Ordering ordering, String publisher, String summary) {
        this.payload = payload;
        this.ordering = ordering;
        this.publisher = publisher;
        this.summary = summary;
    }

    public static EventContract of(Class<? extends Event> payload) {
        return Arrays.stream(values())
                .filter(contract -> contract.payload == payload)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No contract for " + payload.getName()));
    }

    /** @param type a CloudEvents {@code type}, e.g. {@code org.superbill.encounter-coded.v1} */
    public static Optional<EventContract> ofType(String type) {
        return Arrays.stream(values())
                .filter(contract -> contract.type().equals(type))
                .findFirst();
    }

    /** The event's name in kebab case, which is its Kafka topic too. */
    public String topic() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Grows only when an event changes in a way that its readers cannot ignore; the old version is then told as well for a while. */
    public int version() {
        return 1;
    }

    /** The CloudEvents {@code type}. */
    public String type() {
        return TYPE_PREFIX + topic() + ".v" + version();
    }

    /** Whether it may be told without an organization: it tells of what all share, or of what a caller did who has none. */
    public boolean mayBeOfNoOrganization() {
        return this == AUDIT_RECORDED || this == CODE_RELEASE_ACTIVATED || this == CODE_RELEASE_ROLLED_BACK;
    }

    public Class<? extends Event> payload() {
        return payload;
    }

    public Ordering ordering() {
        return ordering;
    }

    public String publisher() {
        return publisher;
    }

    public String summary() {
        return summary;
    }
}
