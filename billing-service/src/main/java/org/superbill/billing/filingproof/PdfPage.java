package org.superbill.billing.filingproof;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A page of XHTML as PDF. The font comes along (Liberation Sans, with PDFBox, SIL OFL), so that it looks the same on every machine. */
final class PdfPage {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private PdfPage() {}

    /** @param xhtml names the font family {@code Document} */
    static byte[] of(String xhtml) {
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFont(() -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT)), "Document");
            builder.useUriResolver((base, uri) -> null); // nothing is fetched from anywhere
            builder.withHtmlContent(xhtml, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
