package org.superbill.billing.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Makes PDF of XHTML, with the fonts that PDFBox brings (Liberation Sans), so that it looks the same on every machine. */
public final class Pdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Pdf() {}

    /** @param xhtml well formed; its CSS names the font {@code Liberation Sans} */
    public static byte[] of(String xhtml) {
        var out = new ByteArrayOutputStream(32_768);
        try {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.useFont(Pdf::font, "Liberation Sans");
            builder.withHtmlContent(xhtml, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(Loader.class.getResourceAsStream(FONT), "PDFBox brings its font");
    }

    /** One document after the other. */
    public static byte[] together(List<byte[]> documents) {
        var merger = new PDFMergerUtility();
        var out = new ByteArrayOutputStream();
        merger.setDestinationStream(out);
        documents.forEach(document -> merger.addSource(new RandomAccessReadBuffer(document)));
        try {
            merger.mergeDocuments(MemoryUsageSetting.setupMainMemoryOnly().streamCache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether PDFBox can read it. */
    public static boolean isPdf(byte[] content) {
        try (var document = Loader.loadPDF(content)) {
            return document.getNumberOfPages() > 0 && !document.isEncrypted();
        } catch (IOException e) {
            return false;
        }
    }

    /** Text as XHTML says it. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
