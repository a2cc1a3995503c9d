# Net present value and payback of invented proposals. Run: python3 facit/proposal-economy.py   (Python 3, nothing else)
# Exact: every amount and rate is a fraction, so the only rounding is the last, to a number. The sum is numpy-financial's npv:
# the first year is not discounted. The script stops unless two results published there come out:
#   npv(0.08, [-40000, 5000, 8000, 12000, 30000])           = 3065.22267           (its documentation)
#   npv(0.05, [-15000, 1500, 2500, 3500, 4500, 6000])       = 122.894854950942692161628715  (its tests, decimal arithmetic)
# payback, discounted: years until the cumulated net is at least 0 again after having been below; empty when never.
from fractions import Fraction

cases = [  # name, per cent, net per year
    ('documentation', '8', [-40000, 5000, 8000, 12000, 30000]),
    ('decimal', '5', [-15000, 1500, 2500, 3500, 4500, 6000]),
    ('investment', '3.5', [-1200000, 150000, 220000, 260000, 260000, 260000, 260000, 260000, 260000, 260000]),
    ('never', '3', [-500000, 40000, 40000, 40000, 40000]),
    ('onlySimple', '4', [-300000, 100000, 100000, 100000]),
    ('exactly', '10', [-1000000, 1100000]),
    ('twice', '2', [-100000, 120000, -80000, 30000, 60000]),
    ('savingsFirst', '5', [50000, -200000, 90000, 90000]),
    ('noRate', '0', [-7, 2, 2, 2, 2]),
    ('falling', '-1', [-90000, 30000, 30000, 30000]),
    ('year', '4', [-12345]),
]


def back(net, rate):
    total, below = Fraction(0), False
    for t, amount in enumerate(net):
        total += Fraction(amount) / (1 + rate) ** t
        if below and total >= 0:
            return t + 1
        below = below or total < 0
    return ''


def npv(net, rate):
    return sum(Fraction(amount) / (1 + rate) ** t for t, amount in enumerate(net))


rate = lambda text: Fraction(text) / 100
assert round(float(npv(cases[0][2], rate('8'))), 5) == 3065.22267
assert abs(npv(cases[1][2], rate('5')) - Fraction('122.894854950942692161628715')) < Fraction(1, 10 ** 23)
with open('facit/proposal-economy.csv', 'w') as out:
    print('case,rate,net,npv,payback,discounted', file=out)
    for name, percent, net in cases:
        row = [name, percent, ' '.join(map(str, net)), repr(float(npv(net, rate(percent)))), back(net, 0), back(net, rate(percent))]
        print(*row, sep=',', file=out)
