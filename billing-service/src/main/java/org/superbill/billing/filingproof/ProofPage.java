package org.superbill.billing.filingproof;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.superbill.billing.claim.SentClaims.SentVersion;
import org.superbill.billing.deadline.DeadlineState;
import org.superbill.billing.deadline.Deadlines.Kept;
import org.superbill.billing.filingproof.Evidence.ToPayer;
import org.superbill.billing.submission.FileTotals.SentFile;
import org.superbill.billing.x12file.AcknowledgmentLog.Said;
import org.superbill.events.EncounterCoded;

/** The proof as a page of XHTML. Pure. */
final class ProofPage {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private static final String PAGE = """
            <html><head><title>Proof of timely filing</title><style>
            @page { size: letter; margin: 2cm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Document; font-size: 8pt; } }
            body { font-family: Document; font-size: 9pt; } h1 { font-size: 15pt; } h2 { font-size: 11pt; margin-top: 14pt; } h3 { font-size: 9pt; }
            table { width: 100%%; border-collapse: collapse; } td, th { border-bottom: 0.5pt solid #999; padding: 3pt; text-align: left; vertical-align: top; }
            .hash { font-size: 7pt; border-bottom: 0.5pt solid #999; } .over { border-bottom: none; } .whole { white-space: nowrap; }
            </style></head><body>
            <h1>Proof of timely filing</h1>
            <table>%s</table>
            %s
            <h2>The limit</h2>
            <table><tr><th>Last day</th><th>Why</th><th>State</th></tr>%s</table>
            <p>Made on %s from the records of %s. Files are kept as they were sent and received; their hashes show that nobody has changed them.</p>
            </body></html>""";

    private static final String PAYER = """
            <h2>Filed with %s</h2>
            <table>%s</table>
            <h3>What was sent</h3>
            <table><tr><th>Claim</th><th>Frequency</th><th>Sent</th><th>Interchange</th></tr>%s</table>
            <h3>What the receivers said</h3>
            <table><tr><th>Received</th><th>Kind</th><th>Answer</th></tr>%s</table>
            """;

    private static final String WHOLE = "<td class=\"over whole\">%s</td>";

    private ProofPage() {}

    static String of(Evidence evidence) {
        var facts = evidence.facts();
        var services = facts.encounter().lines().stream()
                .map(EncounterCoded.Line::serviceDate)
                .sorted()
                .toList();
        var head = headRow(
                        "Provider",
                        facts.organization().name() + ", NPI "
                                + facts.organization().npi())
                + headRow(
                        "Patient",
                        facts.patient().firstName() + " " + facts.patient().lastName())
                + headRow("Dates of service", services.get(0) + " to " + services.get(services.size() - 1));
        return PAGE.formatted(
                head,
                evidence.payers().stream()
                        .map(payer -> filedWith(evidence, payer))
                        .collect(Collectors.joining()),
                evidence.deadlines().stream().map(ProofPage::limit).collect(Collectors.joining()),
                moment(evidence, evidence.made()),
                text(facts.organization().name()));
    }

    private static String filedWith(Evidence evidence, ToPayer payer) {
        var facts = payer.facts();
        return PAYER.formatted(
                text(facts.payer().name() + ", " + facts.payer().payerIdentifier()),
                headRow("Member", facts.coverage().memberId())
                        + headRow(
                                "First sent",
                                payer.firstKept()
                                        .map(version -> moment(evidence, version.sentAt()))
                                        .orElse("all that was sent was rejected"))
                        + headRow("First acknowledged", firstAcknowledged(evidence, payer)),
                payer.versions().stream()
                        .map(version -> sent(evidence, payer, version))
                        .collect(Collectors.joining()),
                said(evidence, payer));
    }

    private static String firstAcknowledged(Evidence evidence, ToPayer payer) {
        return payer.taken().stream()
                .filter(ProofPage::isTaken)
                .map(said -> moment(evidence, said.receivedAt()) + ", " + said.said())
                .findFirst()
                .orElse("no acknowledgment has come");
    }

    /** A refusal shows that a file has come, and proves nothing in time: TA1 and 999 with A, E or P, a 277CA with A1 or A2. What was typed here from paper is no file of the payer's. */
    private static boolean isTaken(Said said) {
        return switch (said.kind()) {
            case "TA1", "999" -> said.said().matches("(TA1|999) [AEP].*");
            case "835" -> true; // the payer has decided what it has
            case "277CA" -> said.said().matches("277CA (.* )?A[12]:.*");
            default -> false;
        };
    }

    private static String sent(Evidence evidence, ToPayer payer, SentVersion version) {
        var file = payer.files().stream()
                .filter(candidate -> candidate.id().equals(version.submissionId()))
                .findFirst();
        return row(
                        cell(text(version.claimNumber() + (version.rejected() ? ", rejected" : ""))),
                        cell(text(version.frequency())),
                        WHOLE.formatted(moment(evidence, version.sentAt())),
                        cell(text(file.map(SentFile::interchangeControlNumber).orElse(""))))
                + file.map(one -> hash(4, text("File " + one.fileName() + ", SHA-256 " + one.sha256())))
                        .orElseGet(() -> hash(4, "By a former system, which has the file"));
    }

    private static String said(Evidence evidence, ToPayer payer) {
        if (payer.acknowledgments().isEmpty()) {
            return "<tr><td colspan=\"3\">Nothing has come.</td></tr>";
        }
        return payer.acknowledgments().stream()
                .map(said -> said(evidence, said))
                .collect(Collectors.joining());
    }

    private static String said(Evidence evidence, Said said) {
        return row(
                        WHOLE.formatted(moment(evidence, said.receivedAt())),
                        WHOLE.formatted(text(said.kind())),
                        cell(text(said.said())))
                + hash(3, text("SHA-256 " + said.sha256()));
    }

    private static String row(String... cells) {
        return "<tr>" + String.join("", cells) + "</tr>";
    }

    private static String cell(String content) {
        return "<td class=\"over\">" + content + "</td>";
    }

    /** Over the whole width, so that nothing of it is cut. */
    private static String hash(int columns, String content) {
        return "<tr><td class=\"hash\" colspan=\"%d\">%s</td></tr>".formatted(columns, content);
    }

    private static String limit(Kept deadline) {
        return "<tr><td class=\"whole\">%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        deadline.dueOn(),
                        text(deadline.basis()),
                        deadline.state() == DeadlineState.WITHDRAWN
                                ? "does not run any more: the payer has decided, or another day has taken its place"
                                : text(deadline.state().wire()));
    }

    private static String headRow(String name, String value) {
        return "<tr><th>%s</th><td>%s</td></tr>".formatted(name, text(value));
    }

    private static String moment(Evidence evidence, Instant at) {
        return MOMENT.format(ZonedDateTime.ofInstant(at, evidence.zone()));
    }

    /** As text in a page: nothing of it is markup. */
    static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
