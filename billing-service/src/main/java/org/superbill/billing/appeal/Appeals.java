package org.superbill.billing.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.claim.ClaimSteps;
import org.superbill.billing.deadline.FilingLimits;
import org.superbill.billing.denial.AppealLevel;
import org.superbill.billing.denial.AppealTerm;
import org.superbill.billing.denial.DenialView;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.document.Pdf;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** The use cases of appeals; each public method is one transaction. */
@ApplicationScoped
class Appeals {
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int DAYS_TO_GO_ON = 30;

    private final AppealStore store;
    private final Denials denials;
    private final ClaimContents claims;
    private final ClaimSteps steps;
    private final AppealPreparation preparation;
    private final AppealDeadlines deadlines;
    private final FilingLimits limits;
    private final Caller caller;
    private final Clock clock;

    Appeals(
            AppealStore store,
            Denials denials,
            ClaimContents claims,
            ClaimSteps steps,
            AppealPreparation preparation,
            AppealDeadlines deadlines,
            FilingLimits limits,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.denials = denials;
        this.claims = claims;
        this.steps = steps;
        this.preparation = preparation;
        this.deadlines = deadlines;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Prepares an appeal of refusals of one claim.
     *
     * @param follows the appeal that was lost at the level before; absent for the first level
     * @param argument absent: one that fits the kind of the first refusal
     * @throws Problem {@code DENIAL_NOT_FOUND}, {@code APPEAL_NOT_FOUND}, {@code APPEAL_NOT_POSSIBLE}
     */
    @Transactional
    AppealView prepare(
            List<UUID> denialIds, @Nullable UUID follows, @Nullable String argument, List<String> enclosures) {
        steps.hold(denials.claimOf(denialIds.get(0))); // as ofHeldClaim, so that no denial is closed meanwhile
        return view(preparation.prepare(denialIds, follows, argument, enclosures));
    }

    /** @throws Problem {@code APPEAL_NOT_FOUND}, {@code STALE}, {@code APPEAL_STEP_NOT_ALLOWED}, {@code APPEAL_ENCLOSURE_INVALID} */
    @Transactional
    AppealView enclose(UUID id, @Nullable Revision expected, String name, byte[] pdf) {
        var appeal = store.getLocked(id, expected);
        appeal.requirePrepared();
        if (pdf.length > MOST_BYTES || !Pdf.isPdf(pdf)) {
            throw new Problem(AppealProblem.APPEAL_ENCLOSURE_INVALID, "The document is no PDF that can be sent");
        }
        store.enclose(id, name, pdf);
        return view(appeal);
    }

    /** The letter, and after it the documents that were enclosed. */
    @Transactional
    byte[] letter(UUID id) {
        var appeal = store.get(id);
        var contested = store.denialsOf(id).stream().map(denials::get).toList();
        var first = contested.get(0);
        var content = claims.content(first.claimId(), first.claimVersion());
        var letter = new AppealLetter(
                        appeal,
                        content,
                        claims.payerClaimNumber(first.claimId()).orElse(""),
                        contested,
                        LocalDate.ofInstant(appeal.preparedAt(), zone(content)),
                        store.documents(List.of(id)).getOrDefault(id, List.of()))
                .pdf();
        var documents = store.contents(id);
        if (documents.isEmpty()) {
            return letter;
        }
        documents.add(0, letter);
        return Pdf.together(documents);
    }

    /** @param way how it went: {@code fax}, {@code mail}, {@code portal} … */
    @Transactional
    AppealView sent(UUID id, @Nullable Revision expected, String way) {
        var appeal = ofHeldClaim(id, expected);
        var content = contentOf(appeal);
        var today = today(content);
        appeal.sent(way, clock.instant(), today);
        var answerDue = appeal.answerDue();
        deadlines.sent(appeal, store.denialsOf(id));
        steps.appealed(
                appeal.claimId(),
                "appeal-sent",
                "Level %d, %s, by %s"
                        .formatted(appeal.level().number(), appeal.level().words(), way),
                true,
                answerDue == null ? today.plusDays(DAYS_TO_GO_ON) : answerDue);
        return changed(appeal);
    }

    /** @param decidedOn the date of the payer's decision, which may be long before it is noted here; today when absent */
    @Transactional
    AppealView decided(
            UUID id,
            @Nullable Revision expected,
            AppealState outcome,
            @Nullable LocalDate decidedOn,
            Cents recovered,
            String reason) {
        var appeal = ofHeldClaim(id, expected);
        if (!outcome.isDecided()) {
            throw new Problem(AppealProblem.APPEAL_STEP_NOT_ALLOWED, "%s is no outcome".formatted(outcome.wire()));
        }
        requirePossible(appeal, outcome, recovered);
        var content = contentOf(appeal);
        var today = today(content);
        var on = decidedOn == null ? today : decidedOn;
        if (on.isAfter(today)) {
            throw invalid("/decidedOn", "must not be in the future");
        }
        var preparedOn =
                LocalDate.ofInstant(appeal.preparedAt(), zone(content)); // it may have been mailed before that is noted
        if (on.isBefore(preparedOn)) {
            throw invalid("/decidedOn", "must not be before %s, when the appeal was prepared".formatted(preparedOn));
        }
        appeal.decided(outcome, on, recovered, reason, clock.instant());
        var next = outcome.isLost()
                ? appeal.level().next().map(level -> term(level, contested(id)))
                : Optional.<AppealTerm>empty();
        deadlines.decided(appeal, stillRefused(id), next, on);
        steps.appealed(
                appeal.claimId(),
                "appeal-" + outcome.wire(),
                "Level %d, %s".formatted(appeal.level().number(), appeal.level().words()),
                outcome == AppealState.OVERTURNED, // then the payer has to pay
                next.map(term -> term.due(on)).orElse(today.plusDays(DAYS_TO_GO_ON)));
        return changed(appeal);
    }

    /** Nothing is won by a lost appeal, and by none more than was contested; both would falsify the figures. */
    private static void requirePossible(Appeal appeal, AppealState outcome, Cents recovered) {
        var lostAll = outcome == AppealState.UPHELD || outcome == AppealState.DISMISSED;
        var most = lostAll ? Cents.ZERO : appeal.amount();
        if (recovered.value() > most.value()) {
            throw invalid("/recoveredCents", "must be at most %d".formatted(most.value()));
        }
    }

    private static Problem invalid(String pointer, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED,
                "The outcome does not fit the appeal",
                new FieldError(pointer, "range", message));
    }

    @Transactional
    AppealView withdrawn(UUID id, @Nullable Revision expected, String reason) {
        var appeal = ofHeldClaim(id, expected);
        var wasSent = appeal.state() == AppealState.SENT;
        appeal.withdrawn(reason, clock.instant());
        if (wasSent) {
            deadlines.withdrawn(
                    appeal, stillRefused(id), term(appeal.level(), contested(id)), today(contentOf(appeal)));
        }
        steps.appealed(
                appeal.claimId(),
                "appeal-withdrawn",
                reason,
                false,
                today(contentOf(appeal)).plusDays(DAYS_TO_GO_ON));
        return changed(appeal);
    }

    /** The claim is held first, as a posting does before it closes deadlines of denials, or ends appeals. */
    private Appeal ofHeldClaim(UUID id, @Nullable Revision expected) {
        steps.hold(store.claimOf(id));
        return store.getLocked(id, expected);
    }

    /** All that an appeal contests are one payer's refusals of one version. */
    private DenialView contested(UUID appealId) {
        return denials.get(store.denialsOf(appealId).get(0));
    }

    private AppealTerm term(AppealLevel level, DenialView denial) {
        return AppealTerm.of(level, denial.payerId(), limits.inUse(caller.requireOrganization()));
    }

    private List<UUID> stillRefused(UUID appealId) {
        return store.denialsOf(appealId).stream()
                .filter(denial -> denials.get(denial).state().equals("open"))
                .toList();
    }

    private ClaimContent contentOf(Appeal appeal) {
        return claims.content(appeal.claimId(), null);
    }

    @Transactional
    AppealView get(UUID id) {
        return view(store.get(id));
    }

    @Transactional
    Page<AppealView> list(@Nullable UUID claimId, @Nullable AppealState state, PageRequest page) {
        return Page.of(views(store.list(claimId, state, page.after(), page.fetch())), page, AppealView::id);
    }

    @Transactional
    AppealFigures figures(LocalDate from, LocalDate to) {
        return AppealFigures.of(from, to, store.figures(from, to));
    }

    private AppealView changed(Appeal appeal) {
        store.flush();
        return view(appeal);
    }

    private AppealView view(Appeal appeal) {
        return views(List.of(appeal)).get(0);
    }

    private List<AppealView> views(Collection<Appeal> appeals) {
        var ids = appeals.stream().map(Appeal::id).toList();
        var ofDenials = store.denials(ids);
        var documents = store.documents(ids);
        return appeals.stream()
                .map(appeal -> appeal.view(
                        ofDenials.getOrDefault(appeal.id(), List.of()), documents.getOrDefault(appeal.id(), List.of())))
                .toList();
    }

    private LocalDate today(ClaimContent content) {
        return LocalDate.ofInstant(clock.instant(), zone(content));
    }

    private static ZoneId zone(ClaimContent content) {
        return ZoneId.of(content.facts().organization().timeZone());
    }
}
