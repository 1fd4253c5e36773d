package org.superbill.billing.paperform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Pages as a PDF of letter size, data only, for preprinted paper. Twelve points of Courier are ten characters an inch.
 *
 * @param right points by which all is moved to the right, for a printer that draws its paper in askew
 * @param down points by which all is moved down
 */
record FormPdf(float right, float down) {
    private static final float SIZE = 12;
    private static final float COLUMN = 7.2f;
    private static final float LINE = 12;
    /** Of the first column: the forms leave about a third of an inch on the left. */
    private static final float LEFT = 24;

    byte[] write(List<FormPage> pages) {
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.COURIER);
            for (var page : pages) {
                var sheet = new PDPage(PDRectangle.LETTER);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    content.setFont(font, SIZE);
                    for (var text : page.texts()) {
                        content.beginText();
                        content.newLineAtOffset(x(text.column()), y(text.line()));
                        content.showText(text.text());
                        content.endText();
                    }
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float x(int column) {
        return LEFT + (column - 1) * COLUMN + right;
    }

    /** From the bottom of the sheet, as PDF counts. */
    float y(int line) {
        return PDRectangle.LETTER.getHeight() - line * LINE - down;
    }
}
