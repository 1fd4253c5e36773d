package org.superbill.billing.secondary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.events.EncounterCoded;

/** For tests: a claim as it must have been, for each one that an 835 pays. */
record PublishedClaims(String number, ClaimFacts facts) {
    static List<PublishedClaims> of(String file) {
        var claims = new ArrayList<PublishedClaims>();
        var lines = new ArrayList<EncounterCoded.Line>();
        var number = "";
        var charge = "";
        for (var segment : PayerFiles.segments(file.replace("\n", ""))) {
            var elements = segment.split("\\*", -1);
            if (elements[0].equals("CLP") || elements[0].equals("SE")) {
                add(claims, number, charge, lines);
                lines.clear();
                number = elements[0].equals("CLP") ? elements[1] : "";
                charge = elements[0].equals("CLP") ? elements[3] : "";
            }
            if (elements[0].equals("SVC")) {
                lines.add(Facts.line(lines.size() + 1, elements[1].split(":")[1], cents(elements[2])));
            }
        }
        return claims;
    }

    private static void add(
            List<PublishedClaims> claims, String number, String charge, List<EncounterCoded.Line> lines) {
        if (!number.isEmpty()) {
            var own = lines.isEmpty() ? List.of(Facts.line(1, "99213", cents(charge))) : lines;
            claims.add(new PublishedClaims(
                    number,
                    new Facts().lines(own.toArray(EncounterCoded.Line[]::new)).build()));
        }
    }

    private static long cents(String dollars) {
        return Cents.ofDollars(new BigDecimal(dollars)).value();
    }
}
