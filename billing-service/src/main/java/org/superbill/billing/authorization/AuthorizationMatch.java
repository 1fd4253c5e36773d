package org.superbill.billing.authorization;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Authorized;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.ProcedureRanges;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PayerChanged;

/**
 * Finds an authorization for each line: of the payer, for the procedure, in force on the day, for the provider, with units left; the one
 * that ends first. Where the encounter says a number, that and no other is meant: it stands on the claim, so units are taken of nothing
 * else.
 */
final class AuthorizationMatch {
    private final ClaimFacts facts;
    private final @Nullable String said;
    private final List<Authorization> known;
    private final Map<Taken, BigDecimal> taken = new HashMap<>();
    private final List<Authorized.Line> lines = new ArrayList<>();
    private final List<Authorized.Missing> missing = new ArrayList<>();

    private record Taken(UUID authorizationId, int serviceIndex) {}

    private AuthorizationMatch(ClaimFacts facts, List<Authorization> known) {
        this.facts = facts;
        this.said = facts.encounter().details().priorAuthorizationNumber();
        this.known = known.stream()
                .filter(this::isMeant)
                .sorted(Comparator.comparing(Authorization::effectiveTo).thenComparing(Authorization::number))
                .toList();
    }

    private boolean isMeant(Authorization one) {
        var number = isReferral(one) ? facts.encounter().details().referralNumber() : said;
        return number == null || number.equals(one.number());
    }

    private static boolean isReferral(Authorization one) {
        return one.kind().equals("referral");
    }

    private Stream<Authorization> authorizations() {
        return known.stream().filter(one -> !isReferral(one));
    }

    /** @param known the payer's for the patient, with what other claims have used of them */
    static Authorized of(ClaimFacts facts, List<Authorization> known) {
        var match = new AuthorizationMatch(facts, known);
        facts.encounter().lines().forEach(match::line);
        return new Authorized(match.lines, match.missing, match.isOnFile() ? null : match.said);
    }

    private void line(EncounterCoded.Line line) {
        var authorized = take(line, false);
        take(line, true);
        if (!authorized && isWanted(line)) {
            missing.add(new Authorized.Missing(line.lineNumber(), whyNot(line)));
        }
    }

    private boolean isOnFile() {
        return authorizations().findAny().isPresent();
    }

    /** What the payer asks for; of a number that was said, what it stands for too. One that is not on file may be right all the same. */
    private boolean isWanted(EncounterCoded.Line line) {
        return said == null ? isAskedFor(line) : isOnFile() && (isAskedFor(line) || isForProcedure(line));
    }

    private boolean isForProcedure(EncounterCoded.Line line) {
        return authorizations()
                .anyMatch(one -> one.servicesFor(line.procedureCode()).findAny().isPresent());
    }

    private boolean take(EncounterCoded.Line line, boolean referral) {
        for (var one : known) {
            if (isReferral(one) != referral || !fits(one, line)) {
                continue;
            }
            var service = one.servicesFor(line.procedureCode())
                    .filter(at -> one.services().get(at).leaves(wanted(one, at, line)))
                    .findFirst();
            if (service.isPresent()) {
                var at = service.getAsInt();
                taken.put(new Taken(one.id(), at), wanted(one, at, line));
                lines.add(new Authorized.Line(line.lineNumber(), one.id(), one.number(), one.kind(), at, line.units()));
                return true;
            }
        }
        return false;
    }

    private boolean fits(Authorization one, EncounterCoded.Line line) {
        return one.isInForce(line.serviceDate()) && isFor(one, line);
    }

    private boolean isFor(Authorization one, EncounterCoded.Line line) {
        var npi = one.providerNpi();
        return npi == null
                || npi.equals(facts.organization().npi())
                || npi.equals(facts.renderingOf(line).orElse(facts.rendering()).npi());
    }

    /** What the lines of this claim would have taken of the service with this one. */
    private BigDecimal wanted(Authorization one, int service, EncounterCoded.Line line) {
        return taken.getOrDefault(new Taken(one.id(), service), BigDecimal.ZERO).add(line.units());
    }

    private boolean isAskedFor(EncounterCoded.Line line) {
        var asked = facts.payer().profile().agreed().authorizationFor();
        return asked != null
                && asked.stream()
                        .filter(services -> isInForce(services, line))
                        .anyMatch(services -> ProcedureRanges.contain(services.procedures(), line.procedureCode()));
    }

    private static boolean isInForce(PayerChanged.AuthorizationFor asked, EncounterCoded.Line line) {
        var from = asked.from();
        var to = asked.to();
        return (from == null || !line.serviceDate().isBefore(from))
                && (to == null || !line.serviceDate().isAfter(to));
    }

    /** Of the authorization that comes nearest. */
    private String whyNot(EncounterCoded.Line line) {
        var authorizations = authorizations().toList();
        if (authorizations.isEmpty()) {
            return "none of this payer is on file for the patient";
        }
        var ofProcedure = authorizations.stream()
                .filter(one -> one.servicesFor(line.procedureCode()).findAny().isPresent())
                .toList();
        if (ofProcedure.isEmpty()) {
            return said == null ? "none on file is for this procedure" : "%s is not for this procedure".formatted(said);
        }
        Optional<Authorization> onTheDay = ofProcedure.stream()
                .filter(one -> one.isInForce(line.serviceDate()))
                .findFirst();
        if (onTheDay.isEmpty()) {
            var one = ofProcedure.get(0);
            return "%s is in force from %s to %s".formatted(one.number(), one.effectiveFrom(), one.effectiveTo());
        }
        var ofProvider = ofProcedure.stream().filter(one -> fits(one, line)).findFirst();
        return ofProvider
                .map(one -> tooFew(one, line))
                .orElseGet(() ->
                        "%s is for another provider".formatted(onTheDay.get().number()));
    }

    private String tooFew(Authorization one, EncounterCoded.Line line) {
        var left = one.servicesFor(line.procedureCode())
                .mapToObj(at -> left(one, at))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return left.signum() > 0
                ? "%s has only %s units left for it, the line has %s"
                        .formatted(
                                one.number(), left.toPlainString(), line.units().toPlainString())
                : "%s has no units left for it".formatted(one.number());
    }

    /** Of a service with a limit, without what the lines of this claim before would take of it. */
    private BigDecimal left(Authorization one, int service) {
        var remaining = Objects.requireNonNullElse(one.services().get(service).remainingUnits(), BigDecimal.ZERO);
        return remaining.subtract(taken.getOrDefault(new Taken(one.id(), service), BigDecimal.ZERO));
    }
}
