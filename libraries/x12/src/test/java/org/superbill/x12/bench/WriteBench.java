package org.superbill.x12.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.X12Reader;
import org.superbill.x12.X12Writer;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.professional.ProfessionalClaim;
import org.superbill.x12.professional.ProfessionalClaimHandler;
import org.superbill.x12.professional.ProfessionalClaimWriter;

/** How fast professional claims are written, to nowhere, against how fast they are read: bytes a second. */
final class WriteBench {
    private static final int CLAIMS = 5_000;

    private WriteBench() {}

    static void run(String type, InputFile file) throws Exception {
        var claims = firstOf(file);
        long size = file.size();
        var race = Race.between(() -> write(claims, size), () -> Tally.read(type, file, X12Reader.streaming()));
        race.print("x12." + type + ".write");
        Bench.print("x12." + type + ".write.mb_per_s", race.one(), "MB/s");
    }

    private static List<ProfessionalClaim> firstOf(InputFile file) throws IOException {
        var claims = new ArrayList<ProfessionalClaim>();
        file.read(X12Reader.streaming(), (ProfessionalClaimHandler) claim -> {
            if (claims.size() < CLAIMS) {
                claims.add(claim);
            }
        });
        return claims;
    }

    /** The claims over and over, until there are so many bytes. */
    private static long write(List<ProfessionalClaim> claims, long size) throws IOException {
        var nowhere = new Nowhere();
        var writer = X12Writer.to(new BufferedOutputStream(nowhere, 1 << 16));
        var first = claims.get(0);
        writer.startInterchange(GeneratedClaims.interchange().build());
        writer.startGroup(first.set().group());
        var set = new ProfessionalClaimWriter(writer);
        set.start("0001", first.beginning(), first.submitter(), first.receiver());
        while (nowhere.count < size) {
            for (var claim : claims) {
                set.claim(claim);
            }
        }
        set.end();
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return nowhere.count;
    }

    private static final class Nowhere extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
