package org.superbill.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something that has happened, told by the service that owns it. Its {@link EventContract} says how it travels. */
public sealed interface Event
        permits AuditRecorded,
                ClaimDenied,
                ClaimStatusChanged,
                ClaimSubmitted,
                CodeReleaseActivated,
                CodeReleaseRolledBack,
                CodingAudited,
                CodingEffectPriced,
                CodingQueryAnswered,
                CodingQueryOpened,
                CoverageChanged,
                EncounterCoded,
                EncounterCompleted,
                EncounterVoided,
                PatientBalanceChanged,
                PatientChanged,
                PayerChanged,
                PracticeChanged,
                RemittancePosted {

    /** What the event is about: the CloudEvents {@code subject} and the Kafka key, so that all of one subject stay in order. */
    @JsonIgnore
    String subject();
}
