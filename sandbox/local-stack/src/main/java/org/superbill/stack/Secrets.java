package org.superbill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** What this installation alone knows: made once, kept in files that only their owner can read. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    static Secrets in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StackException("The folder %s cannot be used: %s".formatted(folder, e.getMessage()), e);
        }
        return new Secrets(folder);
    }

    String databasePassword(String role) {
        return kept(
                "database." + role + ".password",
                () -> random(24, Base64.getUrlEncoder().withoutPadding()));
    }

    /** base64 of 32 bytes. */
    String encryptionKey() {
        return kept("encryption.key", () -> random(32, Base64.getEncoder()));
    }

    String controlToken() {
        return kept("control.token", () -> random(24, Base64.getUrlEncoder().withoutPadding()));
    }

    /** The file with the private key of the local issuer, PKCS#8 PEM. */
    Path issuerKeyFile() {
        var name = "issuer.pem";
        var unused = kept(name, Secrets::rsaKey);
        return folder.resolve(name);
    }

    PrivateKey issuerKey() {
        try {
            var base64 = Files.readString(issuerKeyFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StackException(
                    "The issuer's key %s cannot be read: %s".formatted(issuerKeyFile(), e.getMessage()), e);
        }
    }

    private synchronized String kept(String name, Maker maker) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, maker.make());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackException("The secret %s cannot be kept: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    static void write(Path file, String content) throws IOException {
        var partial = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".partial"); // 0600
        Files.writeString(partial, content + "\n");
        Files.move(partial, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random(int bytes, Base64.Encoder encoder) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return encoder.encodeToString(random);
    }

    private static String rsaKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, RANDOM);
            var encoded = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"
                    .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private interface Maker {
        String make();
    }
}
