package org.portaldesk.console.fake;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Pages of a form as a scanner gives them. */
final class Scans {

    private static final int WIDTH = 850;
    private static final int HEIGHT = 1100;

    private static final List<List<String>> PAGES =
            List.of(
                    List.of(
                            "AUTHORIZATION FOR PROXY ACCESS",
                            "",
                            "1. Patient:  Marcela Kuhlman, born 12 March 1963",
                            "2. Who discloses:  Marshfield General, records desk",
                            "3. Who receives:  Ruben Kuhlman, husband",
                            "4. What may be seen:  results, visits, messages",
                            "5. Purpose:  he helps me with appointments"),
                    List.of(
                            "6. This authorization ends on:  31 December 2027",
                            "7. I may revoke it in writing at any time.",
                            "",
                            "Signature:  M. Kuhlman",
                            "Date:  18 November 2026"),
                    List.of("Copy of a photo ID", "", "KUHLMAN, RUBEN", "09 MAR 1986"));

    private Scans() {}

    static byte[] page(int number) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(250, 250, 247));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(40, 40, 50));
        write(pen, PAGES.get((number - 1) % PAGES.size()));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Graphics2D pen, List<String> lines) {
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 26));
        var down = 140;
        for (var line : lines) {
            pen.drawString(line, 90, down);
            pen.setStroke(new BasicStroke(1));
            pen.drawLine(90, down + 12, WIDTH - 90, down + 12);
            down += 70;
        }
    }
}
