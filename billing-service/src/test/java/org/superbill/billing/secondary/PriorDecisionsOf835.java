package org.superbill.billing.secondary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.claim.PriorPayer;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.remittance.PostedClaim;
import org.superbill.billing.testing.PayerFiles;

/** For tests: what an 835 says about one claim, read as after its posting. */
final class PriorDecisionsOf835 {
    /** Of the first payment; each further one comes a day later. */
    static final LocalDate PAID_ON = LocalDate.parse("2026-03-10");

    private PriorDecisionsOf835() {}

    /** @param version of the claim, and the turn of the payer that it was sent to */
    static List<PriorPayer> of(String file, Map<String, Integer> versions, Map<Integer, ClaimFacts> factsByTurn) {
        var posted = posted(file, versions);
        var charge = Cents.of(factsByTurn.get(1).totalChargeCents());
        var priors = new ArrayList<PriorPayer>();
        InForce.bySequence(posted, version -> version, charge).forEach((turn, claims) -> {
            var payments = RemittedClaims.in(
                    file.getBytes(UTF_8),
                    claims.stream().map(RemittedClaims.Place::of).toList());
            var reading = new PriorPayerReading(turn, factsByTurn.get(turn));
            claims.forEach(claim -> reading.add(claim, payments.get(RemittedClaims.Place.of(claim))));
            priors.add(reading.priorPayer());
        });
        return priors;
    }

    private static List<PostedClaim> posted(String file, Map<String, Integer> versions) {
        var posted = new ArrayList<PostedClaim>();
        var transaction = 0;
        var position = 0;
        for (var segment : PayerFiles.segments(file)) {
            var elements = segment.split("\\*", -1);
            if (elements[0].equals("ST")) {
                transaction++;
                position = 0;
            }
            if (elements[0].equals("CLP")) {
                position++;
                if (versions.containsKey(elements[1])) {
                    posted.add(new PostedClaim(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            transaction,
                            position,
                            versions.get(elements[1]),
                            elements[1],
                            elements[2],
                            cents(elements[3]),
                            cents(elements[4]),
                            PAID_ON.plusDays(transaction - 1)));
                }
            }
        }
        return posted;
    }

    private static Cents cents(String dollars) {
        return Cents.ofDollars(new BigDecimal(dollars));
    }
}
