package org.saldo.delivery.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.saldo.delivery.finance.BarChart.Bar;
import org.saldo.delivery.finance.BarChart.Kind;
import org.saldo.delivery.finance.BarChart.Panel;

/** The picture of open amounts by age: the same everywhere, and in the proportions of the amounts. */
class BarChartTest {

    private static final List<Panel> PANELS = List.of(
            new Panel("Open amounts by days past the due date · EUR", "Balance EUR 1,284,310.55", List.of(
                    new Bar(Kind.NOT_DUE, "Not due", "812,400.10", 1000), new Bar(Kind.OVERDUE, "1-30 days", "301,220.00", 371),
                    new Bar(Kind.OVERDUE, "31-60 days", "120,900.45", 149), new Bar(Kind.OVERDUE, "61-90 days", "0.00", 0),
                    new Bar(Kind.OVERDUE, "91+ days", "88,790.00", 109), new Bar(Kind.CREDIT, "Credits", "-39,000.00", 48))),
            new Panel("未结金额按逾期天数 · CNY", "余额 CNY 5,000.00", List.of(new Bar(Kind.NOT_DUE, "未到期", "5,000.00", 1000))));

    @Test
    void theSameFiguresGiveTheSameBytesAndTheBarsTheirProportions() throws IOException {
        byte[] bytes = new BarChart().draw(PANELS);
        assertThat(new BarChart().draw(PANELS)).isEqualTo(bytes);
        assertThat(bytes.length).isLessThan(90_000);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image.getWidth()).isEqualTo(2 * BarChart.WIDTH);
        int whole = pixels(image, 0x0B5C6B, 114);
        int third = pixels(image, 0xE3B23C, 162);
        assertThat(third * 1000 / whole).isBetween(360, 380);
        assertThat(pixels(image, 0xDD8A2E, 210) * 1000 / whole).isBetween(140, 160);
    }

    /** How many pixels of a row have a colour. */
    private static int pixels(BufferedImage image, int colour, int row) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            count += (image.getRGB(x, row) & 0xFFFFFF) == colour ? 1 : 0;
        }
        return count;
    }
}
