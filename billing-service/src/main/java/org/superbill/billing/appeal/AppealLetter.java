package org.superbill.billing.appeal;

import static org.superbill.billing.document.Pdf.escaped;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.DenialView;
import org.superbill.billing.document.Pdf;
import org.superbill.billing.ledger.Cents;
import org.superbill.events.Address;

/**
 * The letter of an appeal: from the practice to the payer, with what is contested, the argument and the enclosures.
 *
 * @param content what was sent to the payer
 * @param payerClaimNumber the payer's number of the claim, empty where it gave none
 * @param date of the letter
 * @param documents names of the documents that follow the letter
 */
record AppealLetter(
        Appeal appeal,
        ClaimContent content,
        String payerClaimNumber,
        List<DenialView> denials,
        LocalDate date,
        List<String> documents) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);

    byte[] pdf() {
        return Pdf.of(html());
    }

    String html() {
        var facts = content.facts();
        var practice = facts.organization();
        var page = new ArrayList<String>();
        page.add("<div class='head'><b>%s</b><br/>%s<br/>NPI %s, tax id %s</div>"
                .formatted(
                        escaped(practice.name()),
                        address(practice.address()),
                        escaped(practice.npi()),
                        escaped(practice.taxId())));
        page.add("<p>%s</p>".formatted(DATE.format(date)));
        page.add("<p>%s<br/>Appeals</p>".formatted(escaped(facts.payer().name())));
        page.add("<table class='about'>%s</table>".formatted(about()));
        page.add("<p>We ask for %s of your decision on the claim above. We contest %s in all:</p>"
                .formatted(escaped(appeal.level().words()), dollars(appeal.amount())));
        page.add(
                "<table class='lines'><tr><th>Line</th><th>Procedure</th><th>Date</th><th>Reason that you gave</th><th>Amount</th></tr>%s</table>"
                        .formatted(denials.stream().map(this::row).collect(Collectors.joining())));
        appeal.argument()
                .lines()
                .filter(paragraph -> !paragraph.isBlank())
                .forEach(paragraph -> page.add("<p>%s</p>".formatted(escaped(paragraph))));
        var enclosed = new ArrayList<>(appeal.enclosures());
        enclosed.addAll(documents);
        if (!enclosed.isEmpty()) {
            page.add("<p>Enclosed:</p><ol>%s</ol>"
                    .formatted(enclosed.stream()
                            .map(name -> "<li>%s</li>".formatted(escaped(name)))
                            .collect(Collectors.joining())));
        }
        page.add("<p>Sincerely,</p><p class='sign'>____________________________<br/>for %s</p>"
                .formatted(escaped(practice.name())));
        return """
                <html><head><title>Appeal</title><style>
                @page { size: letter; margin: 1in }
                body { font-family: 'Liberation Sans'; font-size: 10pt; line-height: 1.4 }
                .head { border-bottom: 1pt solid #444; padding-bottom: 6pt; margin-bottom: 12pt }
                table { border-collapse: collapse; margin: 8pt 0 }
                .about td { padding: 1pt 12pt 1pt 0 } .lines { width: 100%% }
                .lines th, .lines td { border: 0.5pt solid #888; padding: 3pt; text-align: left; vertical-align: top }
                .sign { margin-top: 36pt }
                </style></head><body>%s</body></html>""".formatted(String.join("\n", page));
    }

    private String about() {
        var facts = content.facts();
        var rows = new ArrayList<String>();
        rows.add(about(
                "Patient", facts.patient().firstName() + " " + facts.patient().lastName()));
        rows.add(about("Member id", facts.coverage().memberId()));
        rows.add(about("Our claim number", content.claimNumber()));
        if (!payerClaimNumber.isEmpty()) {
            rows.add(about("Your claim number", payerClaimNumber));
        }
        rows.add(about("Date of service", DATE.format(facts.encounter().serviceDate())));
        rows.add(about("Charge", dollars(Cents.of(facts.totalChargeCents()))));
        return String.join("", rows);
    }

    private static String about(String what, String value) {
        return "<tr><td>%s</td><td>%s</td></tr>".formatted(what, escaped(value));
    }

    private String row(DenialView denial) {
        var line = content.facts().encounter().lines().stream()
                .filter(candidate -> denial.lineNumber() != null && candidate.lineNumber() == denial.lineNumber())
                .findFirst();
        var codes = "%s-%s%s"
                .formatted(
                        denial.group(),
                        denial.carc(),
                        denial.rarcs().isEmpty() ? "" : ", " + String.join(", ", denial.rarcs()));
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s: %s</td><td>%s</td></tr>"
                .formatted(
                        denial.lineNumber() == null ? "all" : denial.lineNumber(),
                        line.map(found -> escaped(found.procedureCode())).orElse(""),
                        line.map(found -> found.serviceDate().toString()).orElse(""),
                        escaped(codes),
                        escaped(denial.reason()),
                        dollars(Cents.of(denial.amountCents())));
    }

    private static String dollars(Cents cents) {
        return "$" + cents.dollars().toPlainString();
    }

    private static String address(Address address) {
        return escaped(
                "%s, %s, %s %s".formatted(address.line1(), address.city(), address.state(), address.postalCode()));
    }
}
