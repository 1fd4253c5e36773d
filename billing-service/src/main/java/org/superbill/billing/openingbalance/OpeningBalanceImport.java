package org.superbill.billing.openingbalance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimTakeover;
import org.superbill.billing.claim.ClaimTakeover.FormerClaim;
import org.superbill.billing.claim.CreditClock;
import org.superbill.billing.ledger.BilledClaim;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.ByHand;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.openingbalance.OpeningBalanceStore.Taken;
import org.superbill.billing.openingbalance.OpeningBalances.Imported;
import org.superbill.billing.openingbalance.OpeningBalances.OpenClaim;
import org.superbill.billing.openingbalance.OpeningBalances.PatientBalance;
import org.superbill.billing.patientaccount.PatientAccounts;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.billing.reference.FactsJson;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.security.Role;

/** Takes over what was open in a former system: whole or not at all, and as often as it is sent. */
@ApplicationScoped
class OpeningBalanceImport {
    private final OpeningBalanceStore store;
    private final ClaimTakeover claims;
    private final Ledger ledger;
    private final CreditClock credits;
    private final PatientAccounts patientAccounts;
    private final BusinessDay businessDay;
    private final Reference reference;
    private final Caller caller;
    private final Validator validator;
    private final Clock clock;

    OpeningBalanceImport(
            OpeningBalanceStore store,
            ClaimTakeover claims,
            Ledger ledger,
            CreditClock credits,
            PatientAccounts patientAccounts,
            BusinessDay businessDay,
            Reference reference,
            Caller caller,
            Validator validator,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.ledger = ledger;
        this.credits = credits;
        this.patientAccounts = patientAccounts;
        this.businessDay = businessDay;
        this.reference = reference;
        this.caller = caller;
        this.validator = validator;
        this.clock = clock;
    }

    /** @throws Problem {@code OPENING_BALANCES_INVALID} with everything that is wrong; {@code VALIDATION_FAILED} where some of that is how it is written */
    @Transactional
    Imported take(OpeningBalances sent) {
        var violations = validator.validate(sent);
        if (violations.stream().anyMatch(violation -> !isOfAnEntry(violation))) {
            throw new ConstraintViolationException(violations);
        }
        var wellFormed = WellFormed.of(sent, violations);
        var wanted = wellFormed.balances();
        var errors = new ArrayList<FieldError>();
        var today = businessDay.today();
        var byKey = new LinkedHashMap<String, Object>();
        index(wanted, byKey, errors);
        var hashes = new HashMap<String, String>();
        byKey.forEach((key, content) -> hashes.put(key, Sha256.hex(FactsJson.write(content))));
        var known = store.known(byKey.keySet());
        OpeningChecks.check(wanted, today, claim -> !known.containsKey(key(claim)), errors);
        for (var i = 0; i < wanted.claims().size(); i++) {
            differs("/claims/%d".formatted(i), key(wanted.claims().get(i)), hashes, known, errors);
        }
        for (var i = 0; i < wanted.patients().size(); i++) {
            var balance = wanted.patients().get(i);
            differs("/patients/%d".formatted(i), key(balance), hashes, known, errors);
            if (!known.containsKey(key(balance)) && !reference.knowsPatient(balance.patientId())) {
                errors.add(new FieldError(
                        "/patients/%d/patientId".formatted(i), "unknown", "Billing knows no such patient"));
            }
        }
        var newClaims = formerClaims(wanted, known.keySet());
        var facts = claims.check(caller.requireOrganization(), newClaims, errors);
        if (!errors.isEmpty() || !violations.isEmpty()) {
            var all = Stream.concat(
                            wellFormed.malformed().stream(), errors.stream().map(wellFormed::asSent))
                    .toList();
            throw new Problem(
                    violations.isEmpty()
                            ? OpeningBalanceProblem.OPENING_BALANCES_INVALID
                            : KitProblem.VALIDATION_FAILED,
                    "%d things are wrong; nothing was taken over".formatted(all.size()),
                    all);
        }
        return book(wanted, known.keySet(), hashes, claims.take(facts));
    }

    /** Of a claim or a patient's balance: the others can be looked at all the same. */
    private static boolean isOfAnEntry(ConstraintViolation<OpeningBalances> violation) {
        return violation.getPropertyPath().toString().contains("[");
    }

    private static void index(OpeningBalances wanted, Map<String, Object> byKey, List<FieldError> errors) {
        for (var i = 0; i < wanted.claims().size(); i++) {
            var claim = wanted.claims().get(i);
            if (byKey.put(key(claim), claim) != null) {
                errors.add(new FieldError(
                        "/claims/%d/controlNumber".formatted(i), "duplicate", "Another claim here has this number"));
            }
        }
        for (var i = 0; i < wanted.patients().size(); i++) {
            var balance = wanted.patients().get(i);
            if (byKey.put(key(balance), balance) != null) {
                errors.add(new FieldError(
                        "/patients/%d/patientId".formatted(i), "duplicate", "The patient stands here twice"));
            }
        }
    }

    private static void differs(
            String pointer,
            String key,
            Map<String, String> hashes,
            Map<String, String> known,
            List<FieldError> errors) {
        var before = known.get(key);
        if (before != null && !before.equals(hashes.get(key))) {
            errors.add(new FieldError(
                    pointer,
                    "differs",
                    "An earlier import brought this with other content: correct it by adjustments"));
        }
    }

    private static List<FormerClaim> formerClaims(OpeningBalances wanted, Set<String> known) {
        var former = new ArrayList<FormerClaim>();
        for (var i = 0; i < wanted.claims().size(); i++) {
            var claim = wanted.claims().get(i);
            if (!known.contains(key(claim))) {
                former.add(new FormerClaim(
                        "/claims/%d".formatted(i),
                        claim.controlNumber(),
                        claim.payerClaimNumber(),
                        FormerCoding.of(claim),
                        claim.encounterId() != null,
                        claim.firstBilledOn(),
                        Math.max(1, claim.owingTurn()),
                        Cents.of(claim.insuranceOpenCents()),
                        Cents.of(claim.patientOpenCents())));
            }
        }
        return former;
    }

    private Imported book(
            OpeningBalances wanted,
            Set<String> known,
            Map<String, String> hashes,
            Map<String, ClaimTakeover.Taken> takenClaims) {
        var by = new ByHand(caller.subject(), authority(), null);
        var entries = new ArrayList<JournalEntry>();
        var rows = new ArrayList<Taken>();
        var billed = new ArrayList<BilledClaim>();
        var patients = new LinkedHashSet<UUID>();
        long insurance = 0;
        long patient = 0;
        for (var claim : wanted.claims()) {
            var taken = takenClaims.get(claim.controlNumber());
            if (taken != null) {
                var entry = OpeningEntry.of(claim, taken.claimId(), taken.payerId(), wanted.asOf(), by);
                entry.ifPresent(entries::add);
                rows.add(row(key(claim), hashes, taken.claimId(), claim.patientId(), entry));
                billed.add(new BilledClaim(taken.claimId(), claim.serviceDate(), claim.firstBilledOn()));
                patients.add(claim.patientId());
                insurance = Math.addExact(insurance, claim.insuranceOpenCents());
                patient = Math.addExact(patient, claim.patientOpenCents());
            }
        }
        var balances = 0;
        for (var balance : wanted.patients()) {
            if (!known.contains(key(balance))) {
                var entry = OpeningEntry.of(balance, wanted.asOf(), by);
                entry.ifPresent(entries::add);
                rows.add(row(key(balance), hashes, null, balance.patientId(), entry));
                patients.add(balance.patientId());
                patient = Math.addExact(patient, balance.balanceCents());
                balances++;
            }
        }
        ledger.post(entries);
        ledger.billed(billed);
        credits.follow(billed.stream().map(BilledClaim::claimId).toList());
        store.insert(rows, wanted.formerSystem(), caller.subject(), clock.instant());
        if (!patients.isEmpty()) {
            patientAccounts.changed(patients);
        }
        return new Imported(takenClaims.size(), balances, known.size(), insurance, patient);
    }

    private static Taken row(
            String key,
            Map<String, String> hashes,
            @Nullable UUID claimId,
            UUID patientId,
            Optional<JournalEntry> entry) {
        return new Taken(
                key,
                hashes.getOrDefault(key, ""),
                claimId,
                patientId,
                entry.map(JournalEntry::id).orElse(null));
    }

    private String authority() {
        return caller.roles().stream()
                .filter(role -> role.permissions().contains("ledger:import"))
                .findFirst()
                .orElse(Role.SYSTEM)
                .text();
    }

    private static String key(OpenClaim claim) {
        return "claim:" + claim.controlNumber();
    }

    private static String key(PatientBalance balance) {
        return "patient:" + balance.patientId();
    }
}
