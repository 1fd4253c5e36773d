package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.edits.EditContext;
import org.superbill.billing.edits.EditContexts;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.edits.Replay;
import org.superbill.billing.edits.Replays;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FactsJson;
import org.superbill.billing.reference.Reference;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.inbox.RequiredFields;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;
import org.superbill.x12.X12Exception;

/** Checks claims by the edits that run before each submission; writes nothing. */
@ApplicationScoped
class ClaimChecks {
    /** Of a claim from elsewhere. */
    static final String ANY_CONNECTION = "as-it-came";

    private final ClaimContents claims;
    private final Reference reference;
    private final Edits edits;
    private final EditContexts contexts;
    private final Replays replays;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    ClaimChecks(
            ClaimContents claims,
            Reference reference,
            Edits edits,
            EditContexts contexts,
            Replays replays,
            Caller caller,
            Clock clock,
            ObjectMapper json) {
        this.claims = claims;
        this.reference = reference;
        this.edits = edits;
        this.contexts = contexts;
        this.replays = replays;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional
    CheckedClaims stored(UUID claimId, @Nullable Integer version, @Nullable LocalDate asOf) {
        requireDay(asOf);
        var said = claims.saying(claimId, version);
        return one(said.claimNumber(), said.facts(), claims.gathered(claimId, version), asOf);
    }

    /**
     * A claim that is not stored. What it leaves out is looked up by the ids of its encounter.
     *
     * @throws Problem {@code CLAIM_CHECK_INCOMPLETE}, {@code VALIDATION_FAILED}
     */
    @Transactional
    CheckedClaims given(ObjectNode claim, @Nullable LocalDate asOf) {
        requireDay(asOf);
        var facts = read(new GivenClaim(reference).complete(claim, caller.requireOrganization()));
        return one(null, facts, List.of(), asOf);
    }

    private static void requireDay(@Nullable LocalDate asOf) {
        if (ClaimBounds.isBeyond(asOf)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "There are no rules of that day",
                    new FieldError("/asOf", "out-of-bounds", "has a year of four digits"));
        }
    }

    private CheckedClaims one(
            @Nullable String claimNumber, ClaimFacts facts, List<EncounterCoded> gathered, @Nullable LocalDate asOf) {
        var zone = ZoneId.of(facts.organization().timeZone());
        var day = asOf == null ? LocalDate.ofInstant(clock.instant(), zone) : asOf;
        var replay = replay(asOf, zone);
        var context = replayed(contexts.of(facts, day), replay);
        return new CheckedClaims(day, replay, List.of(check(claimNumber, facts, gathered, context)), List.of());
    }

    private @Nullable Replay replay(@Nullable LocalDate asOf, ZoneId zone) {
        return asOf == null ? null : replays.of(asOf, zone).orElse(null);
    }

    private static EditContext replayed(EditContext today, @Nullable Replay replay) {
        return replay == null ? today : replay.applied(today);
    }

    /**
     * Each claim of a file.
     *
     * @throws Problem {@code CLAIM_CHECK_NO_CLAIMS}
     */
    @Transactional
    CheckedClaims file(byte[] file, @Nullable LocalDate asOf) {
        requireDay(asOf);
        var organization = caller.requireOrganization();
        var zone = zone(organization);
        var today = asOf == null ? LocalDate.ofInstant(clock.instant(), zone) : asOf;
        var replay = replay(asOf, zone);
        var payers = reference.payers();
        var professional = byIdentifier(payers, PayerChanged::payerIdentifier);
        var institutional = byIdentifier(
                payers,
                payer -> Objects.requireNonNullElse(
                        payer.profile().agreed().institutionalPayerIdentifier(), payer.payerIdentifier()));
        var others = new ClaimsOfFile();
        var reading = new X12ClaimFile(claim -> {
            var billed = (claim.isInstitutional() ? institutional : professional).get(claim.payerIdentifier());
            ObjectNode payer = billed == null ? null : json.valueToTree(billed);
            var facts = FactsJson.read(claim.facts(organization, payer).toString(), new TypeReference<ClaimFacts>() {});
            for (var error : ClaimBounds.beyond(facts)) {
                throw new X12Exception("%s %s".formatted(error.pointer(), error.message()));
            }
            // who the patient is to us a file does not say, and so not what was sent for them in other files
            var context = contexts.of(facts, today, others.before(facts, claim.claimType()));
            others.add(claim.claimNumber(), facts, claim.claimType());
            var filing = context.filing().of(claim.claimType(), claim.remittedOn());
            var known = claim.isInIcd9() ? context.ofIcd9() : context;
            return check(claim.claimNumber(), facts, List.of(), replayed(known.with(filing), replay));
        });
        reading.read(file);
        if (reading.claims().isEmpty() && reading.unreadable().isEmpty()) {
            throw new Problem(ClaimCheckProblem.CLAIM_CHECK_NO_CLAIMS, "There was no claim in what was sent");
        }
        return new CheckedClaims(today, replay, reading.claims(), reading.unreadable());
    }

    private static Map<String, PayerChanged> byIdentifier(
            List<PayerChanged> payers, Function<PayerChanged, String> identifier) {
        return payers.stream().collect(Collectors.toMap(identifier, payer -> payer, (one, other) -> one));
    }

    private CheckedClaims.Checked check(
            @Nullable String claimNumber, ClaimFacts facts, List<EncounterCoded> gathered, EditContext known) {
        var context = known.withConnection(ANY_CONNECTION);
        var form = facts.isInstitutional() ? "institutional" : "professional";
        return CheckedClaims.Checked.of(claimNumber, form, edits.check(facts, gathered, context));
    }

    private ZoneId zone(UUID organization) {
        return reference
                .practice(organization)
                .map(practice -> practice.organization())
                .map(known -> ZoneId.of(known.timeZone()))
                .orElse(ZoneId.of("America/New_York"));
    }

    private ClaimFacts read(ObjectNode claim) {
        ClaimFacts facts;
        try {
            facts = json.treeToValue(claim, ClaimFacts.class);
        } catch (JsonMappingException e) {
            throw invalid(pointer(e));
        } catch (JsonProcessingException e) {
            throw invalid("/claim");
        }
        RequiredFields.missing(facts).ifPresent(field -> {
            throw new Problem(
                    ClaimCheckProblem.CLAIM_CHECK_INCOMPLETE,
                    "The claim cannot be checked",
                    new FieldError("/claim" + field, "required", "has to be there"));
        });
        var beyond = ClaimBounds.beyond(facts);
        if (!beyond.isEmpty()) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The claim is beyond what claims are",
                    beyond.stream()
                            .map(error -> new FieldError("/claim" + error.pointer(), error.code(), error.message()))
                            .toList());
        }
        return facts;
    }

    private static Problem invalid(String pointer) {
        return new Problem(
                KitProblem.VALIDATION_FAILED,
                "The claim cannot be read",
                new FieldError(pointer, "invalid", "is unknown, missing or of another type"));
    }

    private static String pointer(JsonMappingException e) {
        return "/claim"
                + e.getPath().stream()
                        .map(step -> "/"
                                + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                        .collect(Collectors.joining());
    }
}
