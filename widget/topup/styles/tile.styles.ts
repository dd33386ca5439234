import { css } from 'lit';

/** Covers drawn from a name: twelve colours, four patterns, white letters that keep 4.5:1 on each. */
export const tileStyles = css`
  .cover {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    overflow: hidden;
    border-radius: var(--_radius);
    color: #fff;
    container: cover / inline-size;
  }
  .cover::before {
    content: '';
    position: absolute;
    inset: 0;
  }
  .m0::before {
    background: radial-gradient(circle at 100% 0, #fff0 42%, #ffffff1c 42.5% 62%, #fff0 62.5%);
  }
  .m1::before {
    background: linear-gradient(118deg, #fff0 56%, #ffffff17 56.3% 74%, #ffffff26 74.3%);
  }
  .m2::before {
    background: radial-gradient(circle at 12% 108%, #ffffff24 38%, #ffffff12 38.5% 64%, #fff0 64.5%);
  }
  .m3::before {
    background: conic-gradient(from 200deg at 78% 22%, #ffffff22 0 25%, #fff0 25.3% 50%, #ffffff14 50.3% 75%, #fff0 75.3%);
  }
  .mono {
    position: relative;
    font-size: 30px;
    font-size: 30cqi;
    font-weight: 800;
    line-height: 1;
    letter-spacing: -0.03em;
  }
  .mono.l3 {
    font-size: 24px;
    font-size: 24cqi;
  }
  .mono.l4 {
    font-size: 19px;
    font-size: 19cqi;
  }
  .cover .icon {
    position: absolute;
    right: 7%;
    bottom: 8%;
    opacity: 0.85;
  }
  .cover .icon {
    width: 17px;
    height: 17px;
  }
  .head .cover,
  .facts .cover {
    width: 44px;
    height: 44px;
    border-radius: 11px;
  }
  .head .cover .icon,
  .facts .cover .icon {
    display: none;
  }
  .head .mono.l1,
  .head .mono.l2,
  .facts .mono.l1,
  .facts .mono.l2 {
    font-size: 18px;
  }
  .head .mono.l3,
  .head .mono.l4,
  .facts .mono.l3,
  .facts .mono.l4 {
    font-size: 13px;
  }
  .h0 {
    background: linear-gradient(150deg, #0b6e63, #064a52);
  }
  .h1 {
    background: linear-gradient(150deg, #1668a8, #123f7d);
  }
  .h2 {
    background: linear-gradient(150deg, #2f55c4, #1f2f8a);
  }
  .h3 {
    background: linear-gradient(150deg, #5a45c9, #39278c);
  }
  .h4 {
    background: linear-gradient(150deg, #8440b8, #571f86);
  }
  .h5 {
    background: linear-gradient(150deg, #ad2f86, #741a63);
  }
  .h6 {
    background: linear-gradient(150deg, #c42a55, #84163f);
  }
  .h7 {
    background: linear-gradient(150deg, #c23a2b, #85202a);
  }
  .h8 {
    background: linear-gradient(150deg, #b4531a, #7c2f1a);
  }
  .h9 {
    background: linear-gradient(150deg, #8d5a12, #5e3a16);
  }
  .h10 {
    background: linear-gradient(150deg, #2f7438, #184f3a);
  }
  .h11 {
    background: linear-gradient(150deg, #3d4d68, #232c45);
  }
`;
