package org.superbill.billing.report;

import java.util.List;
import org.superbill.billing.ledger.Figures;

/** What the reports over the books have in common. */
final class BookReports {
    private BookReports() {}

    static List<FigureItem> items(List<Figures.Part> parts, int sign) {
        return parts.stream()
                .map(part -> new FigureItem(
                        part.entryId(),
                        part.entryId(),
                        part.claimId(),
                        null,
                        part.remittanceId(),
                        part.bookedOn(),
                        part.kind(),
                        sign * part.amount().value()))
                .toList();
    }
}
