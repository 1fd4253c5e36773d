package org.superbill.billing.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.PayerLimits;

/** A refusal; it stays, whatever comes of it. */
@Entity
class Denial {
    /** What has become of it. */
    enum State {
        OPEN,
        PAID_LATER,
        REPLACED,
        TAKEN_BACK
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    @Column(name = "claim_version")
    private int claimVersion;

    @Column(name = "remittance_id")
    private UUID remittanceId;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Column(name = "payer_turn")
    private @Nullable Integer payerTurn;

    @Column(name = "settled_by_payer_id")
    private @Nullable UUID settledByPayerId;

    @Column(name = "line_number")
    private @Nullable Integer lineNumber;

    @Column(name = "group_code")
    private String groupCode;

    private String carc;
    private String rarcs;

    @Column(name = "amount_cents")
    private long amountCents;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "denied_at")
    private Instant deniedAt;

    private String category;

    @Column(name = "root_cause")
    private String rootCause;

    private String action;

    @Column(name = "chance_percent")
    private int chancePercent;

    @Column(name = "appeal_due")
    private @Nullable LocalDate appealDue;

    @Enumerated(EnumType.STRING)
    @Column(name = "payer_type")
    private PayerType payerType;

    private boolean unprocessable;

    @Column(name = "closed_because")
    private @Nullable String closedBecause;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Denial() {}

    @SuppressWarnings("NullAway.Init")
    Denial(UUID id, Denied denied, Triage triage, int chancePercent, PayerLimits limits, Instant at) {
        this.id = id;
        this.claimId = denied.claimId();
        this.encounterId = denied.encounterId();
        this.claimVersion = denied.claimVersion();
        this.remittanceId = denied.remittanceId();
        this.payerId = denied.payerId();
        this.payerTurn = denied.payerTurn();
        this.lineNumber = denied.lineNumber();
        this.groupCode = denied.groupCode();
        this.carc = denied.carc();
        this.rarcs = String.join(" ", denied.rarcs());
        this.amountCents = denied.amountCents();
        this.state = State.OPEN;
        this.deniedAt = at;
        this.category = triage.category().wire();
        this.rootCause = triage.rootCause().wire();
        this.action = triage.action();
        this.chancePercent = chancePercent;
        this.payerType = PayerType.of(denied.claimFilingIndicator() == null ? "" : denied.claimFilingIndicator());
        this.unprocessable = triage.unprocessable();
        this.appealDue = triage.unprocessable() ? null : firstLevel(limits).due(denied.decidedOn());
    }

    /** Until when it can be contested at the first level; none where the law gives no right to. */
    Optional<DeadlineOpening> appealDeadline(PayerLimits limits) {
        return appealDue == null
                ? Optional.empty()
                : Optional.of(new DeadlineOpening(
                        DeadlineKind.APPEAL, id, appealDue, firstLevel(limits).basis()));
    }

    private AppealTerm firstLevel(PayerLimits limits) {
        return AppealTerm.of(AppealLevel.first(payerType), payerId, limits);
    }

    /** Empty of what is the patient's, and of a refusal that was kept before its payer was. */
    Optional<OpenRefusal> openRefusal() {
        return payerId == null || Denied.isPatients(groupCode, carc)
                ? Optional.empty()
                : Optional.of(new OpenRefusal(
                        id,
                        claimId,
                        payerId,
                        payerTurn,
                        remittanceId,
                        settledByPayerId,
                        lineNumber,
                        groupCode + "-" + carc,
                        amountCents));
    }

    DenialView view() {
        var codes = rarcs.isEmpty() ? List.<String>of() : List.of(rarcs.split(" "));
        return new DenialView(
                id,
                claimId,
                encounterId,
                claimVersion,
                remittanceId,
                payerId,
                lineNumber,
                groupCode,
                carc,
                codes,
                ReasonWords.explain(carc, codes),
                amountCents,
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                deniedAt,
                DenialCategory.fromString(category),
                RootCause.fromString(rootCause),
                action,
                chancePercent,
                amountCents * chancePercent / 100,
                appealDue,
                payerType,
                unprocessable,
                closedBecause,
                closedAt);
    }
}
