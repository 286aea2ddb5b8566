"""How the name of a body begins."""

import re

from tongket.reading.letters import UPPER

# What the name of a body begins with.
BODY_FIRST = re.compile(
    r"(?:ban|bộ|ủy ban|ubnd|hđnd|ubmttq|ubkt|tỉnh|huyện|thành|thị|quận|xã|phường|đảng|quân|hội|đoàn|sở|cụm|liên"
    r"|công|mttq|mặt trận"
    r"|trung|trường|khoa|bộ môn|hiệp|văn phòng|viện|vksnd|tòa|tand|toà|chi|cục|tổng|báo|đài"
    r"|phòng|khối|btv|bch|btg|bchqs|chqs"
    r"|thường|bệnh|tập đoàn"
    r"|ngân hàng|hợp tác|câu lạc bộ|nhà|lữ|sư|tiểu|đại đội|đồn|bảo hiểm|kho|kiểm"
    r"|học viện|xí nghiệp|tạp chí|thanh|bđbp|lđlđ|cđcs"
    r"|quốc hội|chính phủ"
    r"|chính quyền|cơ quan|bưu điện|điện lực|viễn thông|hạt|đội|trạm|clb|khu|thôn|bản|ấp|tổ|bhxh|ccb)\b"
)
# "khối Dân vận xã Mẫu tổ chức": written as a word, and named all the same.
LOWER_BODY = re.compile(
    rf"(?:khối|trường|ban|hội|đoàn|chi bộ|chi hội|chi đoàn|đảng bộ|đảng ủy|công đoàn|cụm|tổ|trung tâm|phòng|câu lạc bộ"
    rf"|liên đoàn|thường trực|hội đồng) [{UPPER}\d]"
)
