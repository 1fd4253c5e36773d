package org.superbill.x12;

import java.util.Random;

/** Spoils bytes as accidents and attackers do. */
public final class Mutations {
    private Mutations() {}

    public static byte[] spoil(byte[] good, Random random) {
        var bytes = good.clone();
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "*:^~\n\u001D\u001FISAGE\"{}[],".charAt(random.nextInt(18));
                case 2 -> {
                    int length = Math.min(random.nextInt(200), bytes.length - at);
                    int from = random.nextInt(bytes.length - length + 1);
                    System.arraycopy(bytes.clone(), from, bytes, at, length);
                }
                case 3 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                case 4 -> {
                    int end = Math.min(bytes.length, at + random.nextInt(300));
                    var shorter = new byte[Math.max(1, bytes.length - (end - at))];
                    System.arraycopy(bytes, 0, shorter, 0, Math.min(at, shorter.length));
                    System.arraycopy(
                            bytes,
                            end,
                            shorter,
                            Math.min(at, shorter.length),
                            Math.min(bytes.length - end, shorter.length - Math.min(at, shorter.length)));
                    bytes = shorter;
                }
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }
}
